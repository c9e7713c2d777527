/** Per tenant, the first number that no process has taken yet. */
export interface OrderNumberBlocksTable {
  tenant_id: string;
  next_number: number;
}
