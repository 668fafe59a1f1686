import type { Page } from 'playwright-core';
import { isOfPage, type Trouble } from './hard-screens.ts';

const STATUS = { failing: 500, forbidden: 403, ended: 401 } as const;

/** From now on the API answers so, or nothing comes back; pages and scripts still come. */
export const bringTrouble = (page: Page, trouble: Trouble): Promise<unknown> =>
  page.route(
    ({ pathname }) => !isOfPage(pathname),
    (route) =>
      trouble === 'no-network'
        ? route.abort('internetdisconnected')
        : route.fulfill({ status: STATUS[trouble], contentType: 'application/problem+json', body: '{}' }),
  );
