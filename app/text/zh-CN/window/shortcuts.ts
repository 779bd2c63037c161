import { frame } from './frame.ts';

const { label: _label, skip: _skip, ...screens } = frame.nav;

/** 各快捷键的作用（app/api/shortcuts.ts），用于快捷键列表和菜单。 */
export const shortcuts = {
  shortcut: {
    title: '键盘快捷键',
    or: '或',
    group: { go: '前往', do: '操作', view: '窗口' },
    name: {
      ...screens,
      scan: '立即扫描',
      search: '搜索',
      'open-files': '打开邮件文件…',
      'add-account': '连接邮箱…',
      'switch-account': '切换账号',
      'explain-text': '解释粘贴的文字',
      close: '关闭最上层的内容；图表中返回一步',
      'zoom-in': '放大',
      'zoom-out': '缩小',
      'zoom-reset': '实际大小',
      shortcuts: '键盘快捷键',
    },
    key: {
      Mod: 'Ctrl',
      Shift: 'Shift',
      Escape: 'Esc',
      Enter: 'Enter',
    },
  },
} as const;
