/** Whether the first screen is there: what it does not need is loaded after it. */
import { useEffect, useState } from 'react';

/** Milliseconds after which it is. */
const PAINTED_MS = 1_000;

export function usePainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPainted(true), PAINTED_MS);
    return () => clearTimeout(timer);
  }, []);
  return isPainted;
}
