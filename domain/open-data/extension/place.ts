/** Where the extension stands under the address of the deployment: stable, because published data name it. */
export const EXTENSION_PATH = '/ocds/extensions/oversight';
