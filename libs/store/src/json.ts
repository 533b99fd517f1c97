/** What states, answers and messages are made of. A property that is `undefined` is not stored. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
