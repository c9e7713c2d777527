/** The operating-system account that the server programs run under. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}
