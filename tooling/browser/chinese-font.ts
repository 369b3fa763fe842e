import '@fontsource/noto-sans-sc/400.css';

// A machine that only builds has no Chinese font; without one every character is the same empty box.
document.documentElement.style.fontFamily = "'Noto Sans SC', sans-serif";
await document.fonts.load("16px 'Noto Sans SC'", '派单工单处理人');
