/** What starting approvals and their drafts refuse beside the kernel. */
export type OfficeRefusalCode = 'post-required' | 'office-drafts-too-many';
