import {
  IconCircleCheckFilled,
  IconClockPause,
  IconHelpCircle,
  IconTrendingUp,
} from '@tabler/icons-react';

/** One shape for each state of an account, wherever it is shown. */
export const stateIcons = {
  limited: IconClockPause,
  recovering: IconTrendingUp,
  healthy: IconCircleCheckFilled,
  unknown: IconHelpCircle,
} as const;
