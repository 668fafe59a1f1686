import { renderPorts } from '../_ports/aws/render-ports.ts';
import { openPrinter } from './printer.ts';
import { renderReport } from './render-report.ts';

export const handler = renderReport(renderPorts(), openPrinter);
