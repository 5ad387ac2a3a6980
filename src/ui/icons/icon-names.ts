/** Written by tools/icons.ts; do not edit. */

/** On every surface. Agencies take theirs from these. */
export type CommonIconName =
  | 'a-large-small'
  | 'accessibility'
  | 'armchair'
  | 'arrow-right'
  | 'baby'
  | 'banknote'
  | 'bell'
  | 'book-open'
  | 'briefcase'
  | 'building-2'
  | 'calendar-check'
  | 'calendar-clock'
  | 'car-front'
  | 'check'
  | 'chevron-down'
  | 'chevron-left'
  | 'chevron-right'
  | 'circle-alert'
  | 'circle-check'
  | 'clock'
  | 'clock-arrow-down'
  | 'cloud-off'
  | 'contrast'
  | 'door-open'
  | 'droplets'
  | 'external-link'
  | 'file-badge'
  | 'file-check'
  | 'file-text'
  | 'flower-2'
  | 'gavel'
  | 'hand-heart'
  | 'hand-helping'
  | 'hard-hat'
  | 'heart-handshake'
  | 'heart-pulse'
  | 'house'
  | 'id-card'
  | 'info'
  | 'land-plot'
  | 'landmark'
  | 'languages'
  | 'layout-grid'
  | 'list-checks'
  | 'lock'
  | 'map-pin'
  | 'megaphone'
  | 'menu'
  | 'message-circle'
  | 'moon'
  | 'phone'
  | 'piggy-bank'
  | 'printer'
  | 'qr-code'
  | 'receipt-text'
  | 'route'
  | 'scale'
  | 'scroll-text'
  | 'search'
  | 'shield-check'
  | 'smartphone'
  | 'star'
  | 'store'
  | 'ticket'
  | 'timer'
  | 'triangle-alert'
  | 'truck'
  | 'user'
  | 'users'
  | 'volume-2'
  | 'x';

/** On staff screens only: in a sprite of their own. */
export const STAFF_ICON_NAMES = [
  'arrow-down',
  'arrow-left-right',
  'arrow-up',
  'arrow-up-down',
  'bell-ring',
  'calendar-days',
  'calendar-range',
  'calendar-x',
  'chart-column',
  'circle-check-big',
  'circle-pause',
  'clipboard-list',
  'clock-alert',
  'cloud-check',
  'cloud-upload',
  'coffee',
  'copy',
  'database',
  'door-closed',
  'download',
  'eye',
  'file-chart-column',
  'file-image',
  'handshake',
  'history',
  'hourglass',
  'inbox',
  'key-round',
  'keyboard',
  'list-filter',
  'log-in',
  'log-out',
  'mail',
  'map',
  'maximize',
  'minus',
  'monitor',
  'pause',
  'pencil',
  'play',
  'plus',
  'refresh-cw',
  'repeat',
  'rotate-ccw',
  'save',
  'server',
  'settings',
  'shield-alert',
  'signature',
  'skip-forward',
  'tablet-smartphone',
  'trash-2',
  'tv',
  'user-check',
  'user-minus',
  'user-plus',
  'video',
  'volume-x',
  'wifi-off',
  'zap',
] as const;

export type IconName = CommonIconName | (typeof STAFF_ICON_NAMES)[number];
