/** What is refused about public letters beside what the kernel refuses. */
export type PublicRefusalCode = 'letter-not-public' | 'comment-unknown';
