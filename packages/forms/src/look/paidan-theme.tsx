import { theme as antdTheme, type ThemeConfig } from 'antd';
import { type Mode, palettes } from './palette.ts';

export const fontFamily =
  '"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans SC",system-ui,sans-serif';

/** antd's tokens in Paidan's colours, sizes and type; CSS variables carry the prefix `pd`. */
export function paidanTheme(mode: Mode): ThemeConfig {
  const colours = palettes[mode];
  return {
    algorithm: mode === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    cssVar: { prefix: 'pd' },
    token: {
      colorPrimary: colours.primary,
      colorPrimaryHover: colours.primaryHover,
      colorPrimaryActive: colours.primaryHover,
      colorLinkHover: colours.primaryHover,
      colorLinkActive: colours.primaryHover,
      opacityLoading: 1,
      colorInfo: colours.primary,
      colorLink: colours.primary,
      colorError: colours.danger,
      colorWarning: colours.warn,
      colorSuccess: colours.ok,
      colorText: colours.text,
      colorTextSecondary: colours.muted,
      colorTextDescription: colours.muted,
      colorTextPlaceholder: colours.muted,
      colorTextLightSolid: colours.onPrimary,
      colorBgBase: colours.surface,
      colorBgLayout: colours.ground,
      colorBgContainer: colours.surface,
      colorBorder: colours.edge,
      colorBorderSecondary: colours.line,
      borderRadius: 6,
      controlHeight: 36,
      controlHeightLG: 44,
      fontFamily,
      fontSize: 14,
      motionDurationFast: '0.12s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.25s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', primaryColor: colours.onPrimary },
      Radio: { buttonSolidCheckedColor: colours.onPrimary },
    },
  };
}
