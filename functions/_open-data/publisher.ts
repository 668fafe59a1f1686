/** Who publishes open data, in words. */
export const PUBLISHER = 'Veedor';
