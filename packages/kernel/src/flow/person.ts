/** A member of staff, or anybody else, as an event names them. */
export interface PersonRef {
  readonly personId: string;
  readonly name: string;
}
