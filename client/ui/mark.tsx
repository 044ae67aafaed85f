/** The logo of the product. */
export function Mark() {
  return (
    <svg width="21" height="21" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.900" strokeLinecap="round" aria-hidden="true">
      <circle cx="5" cy="5" r="2.300" />
      <circle cx="19" cy="6" r="2.300" />
      <circle cx="6" cy="19" r="2.300" />
      <circle cx="18" cy="18" r="2.300" />
      <path d="M6.800 6.800 17 16.500M17.200 7.500 7.600 17.400M7.300 5.200l9.400.6" />
    </svg>
  );
}
