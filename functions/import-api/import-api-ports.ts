import type { ApiPorts } from '../_http/api-ports.ts';
import type { ProcessRegistry } from '../_ports/process-registry.ts';

export interface ImportApiPorts extends ApiPorts {
  readonly registry: ProcessRegistry;
}
