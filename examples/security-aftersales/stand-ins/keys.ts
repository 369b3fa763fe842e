/** Secrets under which the stand-ins may be called, by the names the example's connections use. Invented, worthless. */
export const standInSecrets = {
  'erp-key': 'erp-stand-in-key',
  'crm-client': 'crm-stand-in-secret',
  'crm-webhook': 'whsec_c3RhbmQtaW4tY3JtLXdlYmhvb2sta2V5LTAx',
  'ding-it-token': 'ding-it-token',
  'ding-it-key': 'SECstandInIt',
  'ding-duty-token': 'ding-duty-token',
  'ding-duty-key': 'SECstandInDuty',
  'ding-events': 'paidanToken:abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE:ding123',
  'dingtalk-app-secret': 'ding-app-secret',
  'wecom-desk': 'wecom-desk-key',
  'wecom-heads': 'wecom-heads-key',
  'wecom-corp-secret': 'wecom-corp-secret',
  'feishu-hook': 'feishu-stand-in-hook',
  'feishu-key': 'feishuStandInKey',
  'kb-token': 'kb-stand-in-token',
  'voice-token': 'voice-stand-in-token',
  'sms-password': 'sms-stand-in-password',
} as const;

/** Settings that are no addresses. */
export const standInSettings = {
  CRM_CLIENT: 'paidan',
  SMS_USER: 'paidan',
  DINGTALK_APP_KEY: 'ding-app-key',
  WECOM_CORP_ID: 'ww-stand-in',
  WECOM_AGENT_ID: '1000002',
} as const;
