using System.Collections.Generic;

namespace PrismaLint.PostgreSql;

/// <summary>
/// The queries of an inspection, each to one source of the snapshot. <c>$1</c> stands for the schemas (<c>text[]</c>), <c>$2</c> for the relations that another session
/// holds under ACCESS EXCLUSIVE (<c>oid[]</c>). Words in braces stand for what depends on the version or on where an extension lives. They read <c>pg_catalog</c> and the
/// views of pg_stat_statements, and nothing else.
/// </summary>
internal static class CatalogQueries
{
    /// <summary>
    /// Asked first: relations that cannot be looked at without waiting for a lock. Printing a view or a policy locks what it reads, so those
    /// over a locked relation are among them.
    /// </summary>
    public const string Locked = """
        with held as (
              select distinct l.relation oid from pg_locks l join pg_class c on c.oid=l.relation
                where l.locktype='relation' and l.relation >= 16384 and l.database=(select oid from pg_database where datname=current_database())
                  and (l.mode='AccessExclusiveLock' or (c.relkind='S' and l.mode in ('ShareLock','ShareRowExclusiveLock','ExclusiveLock'))))
        select c.oid::int8 oid, n.nspname || '.' || c.relname name, c.relkind::text kind
          from pg_class c join pg_namespace n on n.oid=c.relnamespace
          where c.oid in (
              select h.oid from held h
              union select w.ev_class from held h join pg_depend d on d.refclassid='pg_class'::regclass and d.refobjid=h.oid and d.classid='pg_rewrite'::regclass
                join pg_rewrite w on w.oid=d.objid
              union select p.polrelid from held h join pg_depend d on d.refclassid='pg_class'::regclass and d.refobjid=h.oid and d.classid='pg_policy'::regclass
                join pg_policy p on p.oid=d.objid)
        """;

    /// <summary>How many tables and views each schema has.</summary>
    public const string Counts = """
        select n.nspname name, count(*) n
          from pg_class c join pg_namespace n on n.oid=c.relnamespace
          where c.relkind in ('r','p','v','m','f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' group by 1
        """;

    /// <summary>
    /// Whether the function of `--print-role-sql` is there. It must run with its owner's privileges: one that runs with the caller's could do
    /// anything in the caller's name.
    /// </summary>
    public const string ColumnFunction = """
        select exists(select 1 from pg_proc p join pg_namespace n on n.oid=p.pronamespace join pg_language l on l.oid=p.prolang
            where n.nspname='prismalint' and p.proname='column_stats' and p.pronargs=0 and p.prosecdef and p.provolatile <> 'v' and l.lanname='sql'
              and has_schema_privilege(n.oid,'USAGE') and has_function_privilege(p.oid,'EXECUTE')) usable
        """;

    /// <summary>Tables whose column statistics the role does not see.</summary>
    public const string Unreadable = """
        select n.nspname || '.' || c.relname name
          from pg_class c join pg_namespace n on n.oid=c.relnamespace
          where c.relkind in ('r','p','m','f') and n.nspname = any($1::text[]) and (not has_table_privilege(c.oid,'SELECT') or (c.relrowsecurity and row_security_active(c.oid)))
        """;

    /// <summary>Read only where the user asks for it, never with its logs.</summary>
    public const string Migrations = """
        select migration_name, checksum, started_at, finished_at, rolled_back_at
          from {default_schema}._prisma_migrations
        """;

    public static IReadOnlyList<(string Source, string Sql)> All { get; } =
    [
        ("server", """
            select current_setting('server_version_num')::int version_num, current_setting('server_version') version, version() product, pg_is_in_recovery() recovery, now() at,
                pg_postmaster_start_time() started, current_user::text as "role", r.rolsuper super, r.rolbypassrls bypassrls, pg_has_role(current_user,'pg_monitor','usage') monitor,
                pg_has_role(current_user,'pg_read_all_stats','usage') all_stats, pg_has_role(current_user,'pg_read_all_settings','usage') all_settings,
                pg_encoding_to_char(d.encoding) encoding, d.datcollate, d.datconnlimit, d.datacl::text[] datacl, age(d.datfrozenxid) xid_age, mxid_age(d.datminmxid) mxid_age,
                pg_database_size(d.oid) size, (select ssl from pg_stat_ssl where pid=pg_backend_pid()) my_ssl,
                coalesce(inet_client_addr() = inet_server_addr() or inet_client_addr() << '127.0.0.0/8' or inet_client_addr() = '::1', true) my_local
              from pg_database d, pg_roles r where d.datname=current_database() and r.rolname=current_user
            """),
        ("settings", """
            select name, case when name in ('archive_command','archive_library') then (setting <> '' and setting <> '(disabled)')::text
                when name in ('statement_timeout','lock_timeout','idle_in_transaction_session_timeout') then reset_val else setting end setting,
                unit, source from pg_settings where name = any(array['max_connections','superuser_reserved_connections','reserved_connections','shared_buffers','effective_cache_size',
                'work_mem','maintenance_work_mem','random_page_cost','statement_timeout','lock_timeout','idle_in_transaction_session_timeout','idle_session_timeout',
                'transaction_timeout','autovacuum','autovacuum_freeze_max_age','autovacuum_multixact_freeze_max_age','autovacuum_vacuum_scale_factor','autovacuum_vacuum_threshold','autovacuum_analyze_scale_factor',
                'autovacuum_analyze_threshold','track_counts','track_activities','track_io_timing','log_min_duration_statement','log_lock_waits','log_connections',
                'log_statement','password_encryption','ssl','ssl_min_protocol_version','fsync','full_page_writes','synchronous_commit','wal_level','archive_mode','archive_command',
                'archive_library','max_wal_senders','max_replication_slots','max_slot_wal_keep_size','wal_keep_size','data_checksums','row_security','shared_preload_libraries',
                'pg_stat_statements.track','pg_stat_statements.max','max_prepared_transactions','default_transaction_isolation','timezone','server_version','block_size',
                'max_identifier_length','checkpoint_timeout','max_wal_size','hot_standby','listen_addresses','log_min_duration_sample'])
            """),
        ("dbstat", """
            select numbackends, xact_commit, xact_rollback, blks_read, blks_hit, tup_returned, tup_fetched, conflicts, temp_files, temp_bytes,
                deadlocks, checksum_failures, stats_reset
              from pg_stat_database where datname=current_database()
            """),
        ("statsince", """
            select (select stats_reset from pg_stat_database where datname=current_database()) db, (select stats_reset from pg_stat_archiver) cluster
            """),
        ("namespaces", """
            select n.nspname name, pg_get_userbyid(n.nspowner) owner, n.nspacl::text[] acl
              from pg_namespace n where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            """),
        ("relations", """
            select c.oid::int8 oid, n.nspname schema, c.relname name, c.relkind::text kind, c.relpersistence::text persistence, pg_get_userbyid(c.relowner) owner,
                c.relacl::text[] acl, c.relrowsecurity rls, c.relforcerowsecurity rls_force, c.relispartition is_partition, pg_get_partkeydef(c.oid) partkey,
                (select i.inhparent::int8 from pg_inherits i where i.inhrelid=c.oid limit 1) parent, c.reltuples::float8 tuples, c.relpages pages,
                c.reloptions options, c.relhastriggers has_triggers, case when c.relkind in ('r','m') then age(c.relfrozenxid) end xid_age,
                case when c.relkind in ('r','m') then mxid_age(c.relminmxid) end mxid_age, am.amname am, c.relreplident::text replident, case when c.relkind in ('r','m') then c.relpages::int8*current_setting('block_size')::int8 end heap_size_est,
                t.relpages toast_pages, t.reltuples::float8 toast_tuples, age(nullif(t.relfrozenxid,'0'::xid)) toast_xid_age, case when c.relkind in ('v','m') then pg_get_viewdef(c.oid) end viewdef,
                obj_description(c.oid,'pg_class') comment, exists(select 1 from pg_depend d where d.classid='pg_class'::regclass and d.objid=c.oid and d.deptype='e') ext
              from pg_class c join pg_namespace n on n.oid=c.relnamespace
              left join pg_am am on am.oid=c.relam left
              join pg_class t on t.oid=c.reltoastrelid
              where c.relkind in ('r','p','v','m','f') and n.nspname = any($1::text[]) and not (c.oid = any($2::oid[]))
            """),
        ("relstat", """
            select s.relid::int8 oid, s.seq_scan, s.seq_tup_read, s.idx_scan, s.idx_tup_fetch, s.n_tup_ins, s.n_tup_upd, s.n_tup_del,
                s.n_tup_hot_upd, s.n_live_tup, s.n_dead_tup, s.n_mod_since_analyze, s.n_ins_since_vacuum, s.last_vacuum, s.last_autovacuum,
                s.last_analyze, s.last_autoanalyze, s.vacuum_count, s.autovacuum_count, io.heap_blks_read, io.heap_blks_hit, io.idx_blks_read,
                io.idx_blks_hit from pg_stat_user_tables s
              join pg_statio_user_tables io using(relid)
              where s.schemaname = any($1::text[]) and not (s.relid = any($2::oid[]))
            """),
        ("columns", """
            select a.attrelid::int8 oid, a.attnum num, a.attname name, a.atttypid::int8 typ, format_type(a.atttypid,a.atttypmod) type,
                t.typname, t.typtype::text, t.typelem::int8 elem, tn.nspname typschema, a.atttypmod typmod, a.attnotnull as "notnull",
                a.attidentity::text ident, a.attgenerated::text gen, pg_get_expr(d.adbin,d.adrelid) def, a.attndims dims, case when a.attcollation<>t.typcollation then (select collname from pg_collation where oid=a.attcollation) end collation,
                a.attacl::text[] acl, r.description comment
              from pg_attribute a join pg_class c on c.oid=a.attrelid
              join pg_namespace n on n.oid=c.relnamespace
              join pg_type t on t.oid=a.atttypid join pg_namespace tn on tn.oid=t.typnamespace
              left join pg_attrdef d on d.adrelid=a.attrelid and d.adnum=a.attnum
              left join pg_description r on r.objoid=a.attrelid and r.objsubid=a.attnum and r.classoid='pg_class'::regclass
              where a.attnum>0 and not a.attisdropped and c.relkind in ('r','p','v','m','f') and n.nspname = any($1::text[]) and not (c.oid = any($2::oid[]))
            """),
        ("colstat", """
            select schemaname schema, tablename tab, attname col, inherited, null_frac, avg_width, n_distinct, correlation
              from {column_stats} where schemaname = any($1::text[])
            """),
        ("enums", """
            select n.nspname schema, t.typname name, array_agg(e.enumlabel::text order by e.enumsortorder) labels
              from pg_enum e join pg_type t on t.oid=e.enumtypid
              join pg_namespace n on n.oid=t.typnamespace
              where n.nspname = any($1::text[]) group by 1,2
            """),
        ("domains", """
            select n.nspname schema, t.typname name, format_type(t.typbasetype,t.typtypmod) base, t.typnotnull
              from pg_type t join pg_namespace n on n.oid=t.typnamespace
              where t.typtype='d' and n.nspname = any($1::text[])
            """),
        ("constraints", """
            select k.oid::int8 oid, k.conrelid::int8 rel, k.conname name, k.contype::text kind, k.conkey::int2[] key, k.confrelid::int8 frel,
                fn.nspname fschema, fc.relname ftable, k.confkey::int2[] fkey, k.confdeltype::text ondelete, k.confupdtype::text onupdate,
                k.confmatchtype::text match, k.condeferrable deferrable, k.condeferred deferred, k.convalidated validated, {enforced} enforced, k.conindid::int8 index,
                k.conparentid::int8 parent, case when k.contype in ('c','x') then pg_get_constraintdef(k.oid) end def
              from pg_constraint k join pg_class c on c.oid=k.conrelid
              join pg_namespace n on n.oid=c.relnamespace
              left join pg_class fc on fc.oid=k.confrelid
              left join pg_namespace fn on fn.oid=fc.relnamespace
              where k.contype in ('p','u','f','c','x') and n.nspname = any($1::text[]) and not (c.oid = any($2::oid[]))
            """),
        ("indexes", """
            with classes as (
                select v.vector, array_agg(o.opcname::text order by u.ord) ops, array_agg(o.opcdefault order by u.ord) opsdefault
                  from (select distinct indclass vector from pg_index) v, unnest(v.vector::oid[]) with ordinality u(x,ord) join pg_opclass o on o.oid=u.x
                  group by 1)
            select i.indexrelid::int8 oid, i.indrelid::int8 rel, c.relname name, am.amname am, i.indisunique uniq, i.indisprimary prim,
                i.indisexclusion excl, i.indisvalid valid, i.indisready ready, i.indislive live, i.indimmediate immediate, i.indisreplident replident, i.indisclustered clustered, i.indnkeyatts nkey,
                i.indkey::int2[] key, i.indoption::int2[] opt, i.indcollation::oid[]::int8[] coll, k.ops, k.opsdefault,
                (select array_agg(u.x <> 0 and u.x <> coalesce(a.attcollation,u.x) order by u.ord) from unnest(i.indcollation::oid[]) with ordinality u(x,ord) left join pg_attribute a on a.attrelid=i.indrelid and a.attnum=i.indkey[u.ord::int-1] and a.attnum>0) own_coll,
                pg_get_expr(i.indexprs,i.indrelid) exprs, pg_get_expr(i.indpred,i.indrelid) pred, {nulls_not_distinct} nulls_not_distinct,
                pg_relation_size(i.indexrelid) size, c.reltuples::float8 tuples, c.relpages pages, c.reloptions options, c.relispartition is_partition,
                (select h.inhparent::int8 from pg_inherits h where h.inhrelid=i.indexrelid) parent,
                pg_stat_get_numscans(i.indexrelid) idx_scan, pg_stat_get_tuples_returned(i.indexrelid) idx_tup_read, pg_stat_get_tuples_fetched(i.indexrelid) idx_tup_fetch,
                {last_scan} last_scan, pg_stat_get_blocks_fetched(i.indexrelid)-pg_stat_get_blocks_hit(i.indexrelid) idx_blks_read,
                pg_stat_get_blocks_hit(i.indexrelid) idx_blks_hit
              from pg_index i join pg_class c on c.oid=i.indexrelid
              join pg_class t on t.oid=i.indrelid join pg_namespace n on n.oid=t.relnamespace
              join pg_am am on am.oid=c.relam left join classes k on k.vector=i.indclass
              where n.nspname = any($1::text[]) and not (i.indexrelid = any($2::oid[]) or i.indrelid = any($2::oid[]))
            """),
        ("indexprogress", """
            select p.index_relid::int8 as "index", p.relid::int8 rel from pg_stat_progress_create_index p where p.datname=current_database()
            """),
        ("sequences", """
            select n.nspname schema, c.relname name, format_type(s.seqtypid,null) type, s.seqstart start, s.seqmin min, s.seqmax max,
                s.seqincrement inc, s.seqcycle cycle, case when has_sequence_privilege(c.oid,'SELECT,USAGE') and not (c.relpersistence='u' and pg_is_in_recovery()) then pg_sequence_last_value(c.oid) end last_value,
                has_sequence_privilege(c.oid,'SELECT,USAGE') readable, d.refobjid::int8 owner_rel, d.refobjsubid owner_col
              from pg_sequence s join pg_class c on c.oid=s.seqrelid
              join pg_namespace n on n.oid=c.relnamespace
              left join pg_depend d on d.classid='pg_class'::regclass and d.objid=c.oid and d.refclassid='pg_class'::regclass and d.deptype in ('a','i')
              where n.nspname = any($1::text[]) and not (c.oid = any($2::oid[]))
            """),
        ("policies", """
            select c.oid::int8 rel, p.polname name, p.polcmd::text cmd, p.polpermissive permissive, (select array_agg(case when r=0 then 'public' else pg_get_userbyid(r)::text end order by 1) from unnest(p.polroles) r) roles,
                pg_get_expr(p.polqual,p.polrelid) qual, pg_get_expr(p.polwithcheck,p.polrelid) chk
              from pg_policy p join pg_class c on c.oid=p.polrelid
              join pg_namespace n on n.oid=c.relnamespace
              where n.nspname = any($1::text[]) and not (c.oid = any($2::oid[]))
            """),
        ("triggers", """
            select g.tgrelid::int8 rel, g.tgname name, g.tgenabled::text enabled, g.tgisinternal internal, g.tgconstraint::int8 con, g.tgtype kind
              from pg_trigger g join pg_class c on c.oid=g.tgrelid
              join pg_namespace n on n.oid=c.relnamespace
              where (not g.tgisinternal or g.tgenabled='D') and n.nspname = any($1::text[]) and not (c.oid = any($2::oid[]))
            """),
        ("functions", """
            select n.nspname schema, p.proname name, pg_get_function_identity_arguments(p.oid) args, p.prosecdef secdef, (select array_agg(x) from unnest(p.proconfig) x where x ~ '^(search_path|role)=') config,
                pg_get_userbyid(p.proowner) owner, l.lanname lang, p.proacl::text[] acl, p.prorettype in ('trigger'::regtype,'event_trigger'::regtype) is_trigger, has_function_privilege('public',
                p.oid,'EXECUTE') pub, {sql_body} sql_body from pg_proc p join pg_namespace n on n.oid=p.pronamespace
              join pg_language l on l.oid=p.prolang where p.prokind in ('f','p') and n.nspname = any($1::text[]) and not exists(select 1 from pg_depend d where d.classid='pg_proc'::regclass and d.objid=p.oid and d.deptype='e')
            """),
        ("viewdeps", """
            select distinct r.ev_class::int8 view, d.refobjid::int8 rel
              from pg_rewrite r join pg_class v on v.oid=r.ev_class join pg_namespace n on n.oid=v.relnamespace
              join pg_depend d on d.classid='pg_rewrite'::regclass and d.objid=r.oid and d.refclassid='pg_class'::regclass and d.refobjid<>r.ev_class
              where v.relkind in ('v','m') and n.nspname = any($1::text[])
            """),
        ("roles", """
            select r.rolname name, r.rolsuper super, r.oid=10 bootstrap, r.rolcreaterole createrole, r.rolcreatedb createdb, r.rolcanlogin login, r.rolreplication replication,
                r.rolbypassrls bypassrls, r.rolconnlimit connlimit, r.rolvaliduntil valid_until, (select array_agg(x) from unnest(r.rolconfig) x where x ~ '^(search_path|statement_timeout|lock_timeout|idle_in_transaction_session_timeout|default_transaction_read_only|row_security)=') config,
                (select array_agg(distinct g.rolname::text) from pg_auth_members m join pg_roles g on g.oid=m.roleid where m.member=r.oid) member_of,
                (select array_agg(g.rolname::text order by g.rolname) from pg_roles g where g.oid<>r.oid and not r.rolsuper and exists(select 1 from pg_auth_members m where m.member=r.oid) and pg_has_role(r.oid,g.oid,'USAGE')) rights_of
              from pg_roles r where r.rolname !~ '^pg_'
            """),
        ("rolesettings", """
            select r.rolname role, s.setdatabase<>0 here, (select array_agg(x) from unnest(s.setconfig) x where x ~* '^(statement_timeout|lock_timeout|idle_in_transaction_session_timeout|transaction_timeout|timezone)=') config
              from pg_db_role_setting s left join pg_roles r on r.oid=s.setrole
              where s.setdatabase in (0, (select oid from pg_database where datname=current_database())) and (s.setrole=0 or r.rolname !~ '^pg_')
            """),
        ("extensions", """
            select e.extname name, e.extversion version, n.nspname schema, a.default_version
              from pg_extension e join pg_namespace n on n.oid=e.extnamespace
              left join pg_available_extensions a on a.name=e.extname
            """),
        ("defaultacl", """
            select pg_get_userbyid(defaclrole) role, (select nspname from pg_namespace where oid=defaclnamespace) schema, defaclobjtype::text kind,
                defaclacl::text[] acl from pg_default_acl
            """),
        ("activity", """
            select count(*) total, count(*) filter (where {client}) clients, count(*) filter (where {client} and datname=current_database()) here,
                count(*) filter (where state='active' and pid<>pg_backend_pid()) active, count(*) filter (where state='idle') idle, count(*) filter (where state like 'idle in transaction%' and datname=current_database()) idle_in_tx,
                count(*) filter (where wait_event_type='Lock') waiting, extract(epoch from max(now()-xact_start) filter (where pid<>pg_backend_pid() and backend_type='client backend'))::float8 oldest_xact_s,
                extract(epoch from max(now()-xact_start) filter (where state='active' and pid<>pg_backend_pid() and backend_type='client backend' and datname=current_database()
                    and application_name !~ '^pg_(dump|restore|basebackup)' and not pid = any(array(select pid from pg_stat_progress_create_index)||array(select pid from pg_stat_progress_vacuum)||array(select pid from pg_stat_progress_cluster))))::float8 oldest_active_xact_s,
                extract(epoch from max(now()-state_change) filter (where state like 'idle in transaction%' and datname=current_database()))::float8 oldest_idle_in_tx_s,
                max(age(backend_xmin)) filter (where pid<>pg_backend_pid()) oldest_xmin_age, count(*) filter (where {client} and backend_type is null) hidden
              from pg_stat_activity
            """),
        ("clients", """
            select a.application_name app, a.usename usr, count(*) n, count(*) filter (where s.ssl) ssl, count(*) filter (where a.client_addr is null) local,
                count(*) filter (where not s.ssl and not coalesce(a.client_addr << '127.0.0.0/8' or a.client_addr in ('127.0.0.1','::1') or a.client_addr=inet_server_addr(), a.client_addr is null)) plain_remote,
                count(*) filter (where a.state like 'idle in transaction%') idle_in_tx
              from pg_stat_activity a left join pg_stat_ssl s using(pid)
              where a.backend_type='client backend' and a.datname=current_database() and a.pid<>pg_backend_pid()
              group by 1,2
            """),
        ("blocked", """
            select b.application_name app, pg_blocking_pids(b.pid) blockers, extract(epoch from now()-b.state_change)::float8 wait_s,
                (select array_agg(distinct quote_ident(n.nspname) || '.' || quote_ident(c.relname)) from pg_locks l join pg_class c on c.oid=l.relation join pg_namespace n on n.oid=c.relnamespace
                  where l.pid=b.pid and l.database=(select oid from pg_database where datname=current_database()) and (not l.granted or l.locktype='tuple')) rel
              from pg_stat_activity b where b.wait_event_type='Lock' and b.wait_event<>'advisory' and b.datname=current_database()
            """),
        ("prepared", """
            select gid is not null x, extract(epoch from now()-prepared)::float8 age_s
              from pg_prepared_xacts where database=current_database()
            """),
        ("slots", """
            select slot_name, slot_type, active, wal_status, restart_lsn is not null has_lsn, case when pg_is_in_recovery() then null else pg_wal_lsn_diff(pg_current_wal_lsn(),
                restart_lsn)::float8 end retained, age(xmin) xmin_age, age(catalog_xmin) catalog_xmin_age
              from pg_replication_slots
            """),
        ("replication", """
            select application_name, state, sync_state, extract(epoch from replay_lag)::float8 replay_lag_s
              from pg_stat_replication
            """),
        ("archiver", """
            select archived_count, last_archived_time, failed_count, last_failed_time, stats_reset
              from pg_stat_archiver
            """),
        ("hba", """
            select type, database, user_name, address, netmask, auth_method
              from pg_hba_file_rules where error is null
            """),
        ("statements_info", """
            select dealloc, stats_reset from {ext_schema}.pg_stat_statements_info
            """),
        ("statements", """
            select s.queryid::text queryid, s.calls, s.rows, {times}, s.shared_blks_hit, s.shared_blks_read, s.temp_blks_written,
                left(s.query,4000) query, {toplevel} toplevel, count(*) filter (where s.query='<insufficient privilege>') over () hidden
              from {ext_schema}.pg_stat_statements s join pg_database d on d.oid=s.dbid
              where d.datname=current_database() and (s.query='<insufficient privilege>' or (s.query ~* '^(\s|/\*.*?\*/|--[^\n]*\n)*(select|insert|update|delete|merge|with)\M'
                and s.query !~* 'FOR KEY SHARE OF x' and s.query not like '%/* prismalint inspect */%'))
              order by s.query='<insufficient privilege>', {total} desc limit 500
            """),
    ];
}
