/** Ends this process quietly when the reader of its output closes the pipe, as `head` does. Any other error of the output is thrown. */
export function endWithReader() {
  process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
