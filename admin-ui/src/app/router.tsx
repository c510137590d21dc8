import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import { request } from '@/api/request';
import { sessionQuery } from '@/api/session';
import {
  addressSearch,
  campaignSearch,
  campaignsSearch,
  deadLettersSearch,
  homeSearch,
  statisticsSearch,
  suppressionsSearch,
  webhooksSearch,
} from './searches';
import { BrokenPage, NoPage } from './problems';
import { Shell } from './Shell';
import { Waiting } from './Waiting';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({});

const login = createRoute({
  getParentRoute: () => root,
  path: 'login',
  validateSearch: (search): { back?: string } => ({ back: localPath(search.back) }),
  component: lazyRouteComponent(() => import('@/features/session/LoginPage'), 'LoginPage'),
});

const signOut = createRoute({
  getParentRoute: () => root,
  path: 'sign-out',
  beforeLoad: async ({ context }) => {
    await request('/session', { method: 'DELETE' });
    context.queryClient.clear();
    throw redirect({ to: '/login' });
  },
});

/** Everything behind the sign-in. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    // A session that ends later asks in place, over the page: what was typed there must not be lost.
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null) {
      context.queryClient.removeQueries({ queryKey: sessionQuery.queryKey });
      throw redirect({ to: '/login', search: { back: location.href } });
    }
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: homeSearch,
  component: lazyRouteComponent(() => import('@/features/home/HomePage'), 'HomePage'),
});

const campaigns = createRoute({
  getParentRoute: () => shell,
  path: 'campaigns',
  validateSearch: campaignsSearch,
  component: lazyRouteComponent(() => import('@/features/campaigns/CampaignsPage'), 'CampaignsPage'),
});

const newCampaign = createRoute({
  getParentRoute: () => shell,
  path: 'campaigns/new',
  component: lazyRouteComponent(() => import('@/features/campaigns/NewCampaignPage'), 'NewCampaignPage'),
});

const campaign = createRoute({
  getParentRoute: () => shell,
  path: 'campaigns/$campaignId',
  validateSearch: campaignSearch,
  component: lazyRouteComponent(() => import('@/features/campaigns/CampaignPage'), 'CampaignPage'),
});

const templates = createRoute({
  getParentRoute: () => shell,
  path: 'templates',
  component: lazyRouteComponent(() => import('@/features/templates/TemplatesPage'), 'TemplatesPage'),
});

const newTemplate = createRoute({
  getParentRoute: () => shell,
  path: 'templates/new',
  component: lazyRouteComponent(() => import('@/features/templates/NewTemplatePage'), 'NewTemplatePage'),
});

const template = createRoute({
  getParentRoute: () => shell,
  path: 'templates/$templateId',
  component: lazyRouteComponent(() => import('@/features/templates/TemplatePage'), 'TemplatePage'),
});

const audiences = createRoute({
  getParentRoute: () => shell,
  path: 'audiences',
  component: lazyRouteComponent(() => import('@/features/audiences/AudiencesPage'), 'AudiencesPage'),
});

const audience = createRoute({
  getParentRoute: () => shell,
  path: 'audiences/$audienceId',
  validateSearch: (search): { import?: string } => ({
    import: typeof search.import === 'string' ? search.import : undefined,
  }),
  component: lazyRouteComponent(() => import('@/features/audiences/AudiencePage'), 'AudiencePage'),
});

const suppressions = createRoute({
  getParentRoute: () => shell,
  path: 'suppressions',
  validateSearch: suppressionsSearch,
  component: lazyRouteComponent(() => import('@/features/suppressions/SuppressionsPage'), 'SuppressionsPage'),
});

const statistics = createRoute({
  getParentRoute: () => shell,
  path: 'statistics',
  validateSearch: statisticsSearch,
  component: lazyRouteComponent(() => import('@/features/statistics/StatisticsPage'), 'StatisticsPage'),
});

const addresses = createRoute({
  getParentRoute: () => shell,
  path: 'addresses',
  validateSearch: addressSearch,
  component: lazyRouteComponent(() => import('@/features/addresses/AddressPage'), 'AddressPage'),
});

const deadLetters = createRoute({
  getParentRoute: () => shell,
  path: 'dead-letters',
  validateSearch: deadLettersSearch,
  component: lazyRouteComponent(() => import('@/features/deadLetters/DeadLettersPage'), 'DeadLettersPage'),
});

const webhooks = createRoute({
  getParentRoute: () => shell,
  path: 'settings/webhooks',
  validateSearch: webhooksSearch,
  component: lazyRouteComponent(() => import('@/features/webhooks/WebhooksPage'), 'WebhooksPage'),
});

const inside = [
  deadLetters,
  webhooks,
  addresses,
  statistics,
  suppressions,
  home,
  campaigns,
  newCampaign,
  campaign,
  templates,
  newTemplate,
  template,
  audiences,
  audience,
];
const routeTree = root.addChildren([login, signOut, shell.addChildren(inside)]);

export function newRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context: { queryClient },
    history,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultNotFoundComponent: NoPage,
    defaultErrorComponent: BrokenPage,
    defaultPendingComponent: Waiting,
  });
}

/** A path of ours to go back to after signing in; never an address somewhere else. */
function localPath(back: unknown): string | undefined {
  return typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : undefined;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
