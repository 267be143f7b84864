export { followOrder } from './follow-order.ts';
export { openOrder, type OpenedOrder, type OrderDeps, type OrderOrigin } from './open-order.ts';
export { orderFigures, type OrderFigures } from './order-figures.pg.ts';
export { supervisionOrderRoutes } from './routes.ts';
