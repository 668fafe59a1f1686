import { deliveryPorts } from '../_ports/aws/delivery-ports.ts';
import { deliverNotices } from './deliver-notices.ts';

export const handler = deliverNotices(deliveryPorts());
