/** Screen and paper alike. The colours are those of the window, and mean the same. */
export const style = `
:root{--text:#18202b;--dim:#566170;--line:#d9dde3;--soft:#f5f6f8;--amber:#d98c0b;--red:#c93a31;--green:#2c8a57;--slate:#64748b;--violet:#7c4fc4}
*{box-sizing:border-box}
html{background:#eceef1}
body{max-width:60rem;margin:0 auto;padding:3rem 3.5rem 4rem;background:#fff;color:var(--text);font:14px/1.5 system-ui,-apple-system,'Segoe UI','Noto Sans','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;overflow-wrap:break-word}
h1{margin:0 0 1.25rem;font-size:1.75rem;line-height:1.25;font-weight:600}
h2{margin:2.5rem 0 .75rem;padding-bottom:.35rem;border-bottom:2px solid var(--text);font-size:1.2rem;line-height:1.35;font-weight:600}
h3{margin:1.5rem 0 .5rem;font-size:1rem;line-height:1.4;font-weight:600}
h4{margin:1rem 0 .3rem;font-size:.8125rem;line-height:1.4;font-weight:600}
p,ul,figure,table,dl{margin:0 0 .6rem}
ul{padding-left:1.2rem}
.product{margin:0;color:var(--dim);font-size:.8125rem;letter-spacing:.04em}
.dim{color:var(--dim);font-size:.8125rem}
.lead{font-size:1.0625rem;font-weight:600}
.scope{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.5rem 1.5rem;padding:1rem 1.1rem;background:var(--soft);border-radius:6px}
.scope dt{color:var(--dim);font-size:.75rem}
.scope dd{margin:0}
nav ul{columns:2;padding:0;list-style:none}
a{color:inherit;text-decoration-color:var(--line);text-underline-offset:2px}
table{width:100%;border-collapse:collapse;font-size:.8125rem;line-height:1.4}
th{padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--text);color:var(--dim);font-size:.75rem;font-weight:600;text-align:left;vertical-align:bottom;overflow-wrap:normal}
td{padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}
.n{text-align:right;padding-right:1rem;font-variant-numeric:tabular-nums;white-space:nowrap}
.time{white-space:nowrap;font-variant-numeric:tabular-nums}
td.name{min-width:12rem;overflow-wrap:anywhere}
.code{overflow-wrap:anywhere;font-family:ui-monospace,'SF Mono','Cascadia Mono','Noto Sans Mono','DejaVu Sans Mono','Noto Sans CJK SC',monospace;font-size:.75rem}
.hash{word-break:break-all}
.group th{padding-top:.9rem;border-bottom-color:var(--line);color:var(--text)}
.lines td:nth-child(2){width:28%}
.tiles{display:grid;grid-template-columns:repeat(5,1fr);gap:.6rem;padding:0;list-style:none}
.tiles li{padding:.55rem .75rem;border:1px solid var(--line);border-top:3px solid var(--slate);border-radius:4px}
.tiles b{display:block;font-size:1.375rem;line-height:1.2;font-weight:600;font-variant-numeric:tabular-nums}
.tiles span{color:var(--dim);font-size:.8125rem}
.tiles .limited{border-top-color:var(--red)}
.tiles .recovering{border-top-color:var(--amber)}
.tiles .healthy{border-top-color:var(--green)}
.mark{white-space:nowrap;font-size:.8125rem;font-weight:400}
.mark::before{display:inline-block;width:1.1em;content:'○';color:var(--slate)}
.mark.limited::before{content:'■';color:var(--red)}
.mark.recovering::before{content:'▲';color:var(--amber)}
.mark.healthy::before{content:'●';color:var(--green)}
.mark.unread::before{content:'×'}
.problem{padding:.5rem .75rem;border-left:3px solid var(--slate);background:var(--soft)}
.account{padding-top:.25rem;border-top:1px solid var(--line)}
.account h3{margin-top:.9rem;font-size:1.0625rem}
.account h3 .mark{margin-left:.6rem}
.chart{display:block;width:100%;height:auto}
.patterns{position:absolute}
.transient{fill:var(--amber)}
.permanent{fill:var(--red)}
.sent{fill:none;stroke:var(--slate);stroke-width:1.2}
.change{fill:var(--violet);stroke:var(--violet)}
.axis{stroke:var(--dim)}
.grid{stroke:var(--line)}
.tick{fill:var(--dim);font-size:9px;font-variant-numeric:tabular-nums}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:.2rem 0 0;color:var(--dim);font-size:.75rem}
.key::before{display:inline-block;width:.7em;height:.7em;margin-right:.4em;content:'';print-color-adjust:exact}
.key.transient::before{background:var(--amber)}
.key.permanent::before{background:repeating-linear-gradient(135deg,var(--red) 0 2px,#f6d9d7 2px 3px)}
.key.sent::before{height:2px;vertical-align:middle;background:var(--slate)}
.key.password::before{background:var(--violet);clip-path:polygon(0 0,100% 0,50% 100%)}
@page{size:A4;margin:17mm 15mm 18mm}
@media print{
html{background:none;font-size:12.5px}
body{max-width:none;padding:0;font-size:9.5pt;line-height:1.42;print-color-adjust:exact}
h2{margin-top:1.6rem}
.scope{padding:.7rem .9rem;grid-template-columns:repeat(4,1fr)}
th,td{padding-right:.5rem}
.n{padding-right:.8rem}
nav{display:none}
h2,h3,h4{break-after:avoid}
.summary{break-after:page}
#details{break-before:page}
#method{break-before:page}
tr,figure,.tiles,.scope,.problem{break-inside:avoid}
thead{display:table-header-group}
p{orphans:3;widows:3}
.account{break-inside:auto}
}
@media screen and (max-width:50rem){body{padding:1.5rem 1rem}.tiles{grid-template-columns:repeat(2,1fr)}main section{overflow-x:auto}}
`;
