import type { CancelOrder } from "./cancel-order.ts";
import type { CreateCustomer } from "./create-customer.ts";
import type { CreateProduct } from "./create-product.ts";
import type { EraseCustomer, ListCustomers, UpdateCustomer } from "./customers.ts";
import type { ChangeOrder, DiscardDraft, DraftOrder, PlaceDraft } from "./drafts.ts";
import type { AddCreditLine, ConfirmEdit, DeclineEdit, ProposeEdit } from "./edits.ts";
import type { ExpandOrders } from "./expand-orders.ts";
import type { ExportOrders } from "./export-orders.ts";
import type {
  CancelFulfillment,
  CreateFulfillment,
  DeliverFulfillment,
  GetFulfillment,
  PackFulfillment,
  ShipFulfillment,
  TrackFulfillment,
} from "./fulfillments.ts";
import type { GetCustomer } from "./get-customer.ts";
import type { GetOrder } from "./get-order.ts";
import type { GetOrderTimeline } from "./get-order-timeline.ts";
import type { GetProduct } from "./get-product.ts";
import type { GetReturn } from "./get-return.ts";
import type { PlaceHold, ReleaseHold } from "./holds.ts";
import type { ImportOrders } from "./import-orders.ts";
import type {
  ArchiveOrder,
  CancelLines,
  CompleteOrder,
  ConfirmOrder,
  ExpireDueOrders,
  ExpireOrder,
  UnarchiveOrder,
} from "./lifecycle.ts";
import type { ListOrders } from "./list-orders.ts";
import type {
  AddPayment,
  CapturePayment,
  GetPayment,
  ReconcilePayments,
  RefundPayment,
  VoidPayment,
} from "./payments.ts";
import type { PlaceOrder } from "./place-order.ts";
import type {
  AdjustInventory,
  ArchiveProduct,
  GetInventory,
  ListProducts,
  UpdateProduct,
} from "./products.ts";
import type { RereadOrder } from "./reread-order.ts";
import type {
  ApproveReturn,
  CancelReturn,
  CloseReturn,
  CreateExchange,
  ReceiveReturn,
  RejectReturn,
  RequestReturn,
} from "./returns.ts";

/** Everything a driving adapter can ask for. */
export interface UseCases {
  // Orders
  readonly placeOrder: PlaceOrder;
  readonly draftOrder: DraftOrder;
  readonly changeOrder: ChangeOrder;
  readonly placeDraft: PlaceDraft;
  readonly discardDraft: DiscardDraft;
  readonly confirmOrder: ConfirmOrder;
  readonly completeOrder: CompleteOrder;
  readonly cancelOrder: CancelOrder;
  readonly cancelLines: CancelLines;
  readonly expireOrder: ExpireOrder;
  readonly expireDueOrders: ExpireDueOrders;
  readonly archiveOrder: ArchiveOrder;
  readonly unarchiveOrder: UnarchiveOrder;

  // Holds, edits, credits
  readonly placeHold: PlaceHold;
  readonly releaseHold: ReleaseHold;
  readonly proposeEdit: ProposeEdit;
  readonly confirmEdit: ConfirmEdit;
  readonly declineEdit: DeclineEdit;
  readonly addCreditLine: AddCreditLine;

  // Payments
  readonly addPayment: AddPayment;
  readonly capturePayment: CapturePayment;
  readonly refundPayment: RefundPayment;
  readonly voidPayment: VoidPayment;
  readonly reconcilePayments: ReconcilePayments;
  readonly getPayment: GetPayment;

  // Fulfillments
  readonly createFulfillment: CreateFulfillment;
  readonly packFulfillment: PackFulfillment;
  readonly shipFulfillment: ShipFulfillment;
  readonly deliverFulfillment: DeliverFulfillment;
  readonly cancelFulfillment: CancelFulfillment;
  readonly trackFulfillment: TrackFulfillment;
  readonly getFulfillment: GetFulfillment;

  // Returns and exchanges
  readonly requestReturn: RequestReturn;
  readonly approveReturn: ApproveReturn;
  readonly rejectReturn: RejectReturn;
  readonly receiveReturn: ReceiveReturn;
  readonly closeReturn: CloseReturn;
  readonly cancelReturn: CancelReturn;
  readonly createExchange: CreateExchange;
  readonly getReturn: GetReturn;

  // Reading and moving many orders
  readonly getOrder: GetOrder;
  readonly getOrderTimeline: GetOrderTimeline;
  readonly listOrders: ListOrders;
  readonly rereadOrder: RereadOrder;
  readonly expandOrders: ExpandOrders;
  readonly importOrders: ImportOrders;
  readonly exportOrders: ExportOrders;

  // Customers
  readonly createCustomer: CreateCustomer;
  readonly getCustomer: GetCustomer;
  readonly listCustomers: ListCustomers;
  readonly updateCustomer: UpdateCustomer;
  readonly eraseCustomer: EraseCustomer;

  // Products and their stock
  readonly createProduct: CreateProduct;
  readonly getProduct: GetProduct;
  readonly listProducts: ListProducts;
  readonly updateProduct: UpdateProduct;
  readonly archiveProduct: ArchiveProduct;
  readonly getInventory: GetInventory;
  readonly adjustInventory: AdjustInventory;
}
