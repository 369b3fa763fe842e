import { useTranslation } from 'react-i18next';

/** A reason's words: those of the screens for the reasons the presets ship, its own key for a house's own. */
export function useReasonWords(): (reason: string) => string {
  const { t } = useTranslation();
  return (reason) => t(`reason.${reason}`, { defaultValue: reason.replaceAll('-', ' ') });
}
