import { Anchor, type AnchorProps, Button, type ButtonProps, NavLink, type NavLinkProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { Ref } from 'react';

/** Mantine's looks on the router's links: they know the routes, and a wrong address does not compile. */
type Anchored = { ref?: Ref<HTMLAnchorElement>; title?: string };

export const AnchorLink = createLink((props: Omit<AnchorProps, 'href'> & Anchored) => <Anchor {...props} />);

export const ButtonLink = createLink((props: Omit<ButtonProps, 'href'> & Anchored) => (
  <Button component="a" {...props} />
));

export const NavigationLink = createLink((props: Omit<NavLinkProps, 'href'> & Anchored) => <NavLink {...props} />);
