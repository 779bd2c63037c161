/** 保存退信通知：单封存为邮件文件，符合筛选的全部存为表格。 */
export const saving = {
  saving: {
    eml: '另存为 .eml',
    emlTip: '从邮箱再次获取此邮件（不做任何更改）并保存。',
    csv: '将这些退信通知保存为表格（CSV）',
    part: '文件只包含 {{total}} 条中的前 {{rows}} 条，再多则放不下。请缩小筛选范围以保存其余部分。',
    allSides: '不限受限方',
    side: '受限的一方',
  },
} as const;
