/** What the result package of a joint case is called. */
export const archiveName = '办理结果 {number}.zip';
