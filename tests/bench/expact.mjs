import pg from 'pg';
const c=new pg.Client(process.argv[2]);await c.connect();
const n=new Map();let k=0;
process.on('SIGTERM',()=>{show();process.exit()});
function show(){console.log('samples',k);for(const [q,v] of [...n].sort((a,b)=>b[1]-a[1]).slice(0,40))console.log((v/k*100).toFixed(1)+'%',q);}
for(;;){try{const {rows}=await c.query("select state,wait_event_type||':'||wait_event w,left(regexp_replace(query,'\\s+',' ','g'),40)||' … '||right(regexp_replace(query,'\\s+',' ','g'),90) q from pg_stat_activity where datname='b' and pid<>pg_backend_pid() and backend_type='client backend' and state='active' union all select 'x',wait_event, backend_type from pg_stat_activity where backend_type like 'autovacuum worker%'");
k++;for(const r of rows){const key=`${r.w??'CPU'} | ${r.q}`;n.set(key,(n.get(key)??0)+1)}}catch(e){show();process.exit()}
await new Promise(r=>setTimeout(r,10));}
