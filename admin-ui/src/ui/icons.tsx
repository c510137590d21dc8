import type { ReactNode } from 'react';

/** Drawn here: some small pictures are not worth a package of five thousand. They are decoration; words stand beside. */
function icon(paths: ReactNode) {
  return function Icon({ size = 18 }: { size?: number }) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        style={{ flexShrink: 0 }}
      >
        {paths}
      </svg>
    );
  };
}

export const HomeIcon = icon(<path d="M4 11.500 12 4.500l8 7V19a1 1 0 0 1-1 1h-4.500v-6h-5v6H5a1 1 0 0 1-1-1z" />);
export const CampaignIcon = icon(<path d="M21 4 3 11l6.500 2.500M21 4l-6.500 16-5-6.500M21 4 9.500 13.500" />);
export const TemplateIcon = icon(
  <path d="M6 3.500h8.500L19 8v11.500a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1ZM14 4v4.500h4.500M8.500 13h7M8.500 16.500h5" />,
);
export const AudienceIcon = icon(
  <path d="M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM2.500 19.500c.5-3.500 3-5.500 6.500-5.500s6 2 6.500 5.500M16 5a3.300 3.300 0 0 1 0 6.200M18 14.500c2 .8 3.200 2.500 3.500 5" />,
);
export const StatisticsIcon = icon(<path d="M4 20h16M6.500 16.500v-5M12 16.500v-11M17.500 16.500v-8" />);
export const SearchIcon = icon(
  <path d="M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM15.500 15.500l5 5" />,
);
export const SuppressionIcon = icon(<path d="M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17ZM6 6l12 12" />);
export const DeadLetterIcon = icon(<path d="M4 5.500h16v13H4zM4 6.500l8 6.500 8-6.500M9.500 15.500l5 0" />);
export const WebhookIcon = icon(<path d="M4 12h10M10.500 7.500 15 12l-4.500 4.500M19 5v14" />);
export const SunIcon = icon(
  <path d="M12 16.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9ZM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M18.700 5.300l-1.400 1.400M6.700 17.300l-1.400 1.400" />,
);
export const MoonIcon = icon(<path d="M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500Z" />);
export const SignOutIcon = icon(<path d="M10 4H5.500a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1H10M15 8l4 4-4 4M19 12H9.500" />);
export const UploadIcon = icon(
  <path d="M12 15.500V5M8 8.500 12 4.500l4 4M4.500 15v3.500a1.500 1.500 0 0 0 1.500 1.500h12a1.500 1.500 0 0 0 1.500-1.500V15" />,
);
export const CheckIcon = icon(<path d="m5 12.500 4.500 4.500L19 7.500" />);
export const WarningIcon = icon(
  <path d="M12 9v4.500M12 17v.1M10.700 4.300 2.900 18a1.500 1.500 0 0 0 1.300 2.200h15.600a1.500 1.500 0 0 0 1.300-2.200L13.300 4.300a1.500 1.500 0 0 0-2.600 0Z" />,
);
export const NextIcon = icon(<path d="m9 5 7 7-7 7" />);
