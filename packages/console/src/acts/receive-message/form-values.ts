export interface ReceiveMessageValues {
  readonly nodeId: string;
  readonly message: string;
}
