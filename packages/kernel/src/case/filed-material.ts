/** What was handed in of a material: pages, paper, or a commitment in its place. */
export interface FilePage {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width?: number;
  readonly height?: number;
}

export interface FiledMaterial {
  readonly materialId: string;
  /** In page order. */
  readonly pages: readonly FilePage[];
  /** Handed in on paper at the counter. */
  readonly isOnPaper: boolean;
  /** Taken from what the platform already holds; says from where. */
  readonly heldFrom?: string;
  /** 告知承诺: a written commitment in its place. */
  readonly isCommitted?: true;
}
