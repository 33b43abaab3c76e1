using System.Collections.Generic;
using Npgsql;

namespace PrismaLint.Database.Tests.Planning;

/// <summary>The structure of a database as sorted lines: tables, columns, indexes, constraints, triggers, policies, functions, types, rights, roles.</summary>
internal static class Structure
{
    private const string Sql = """
        WITH spaces AS (SELECT oid, nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema'),
        own AS (SELECT c.* FROM pg_class c JOIN spaces s ON s.oid = c.relnamespace
                WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))
        SELECT line FROM (
          SELECT 'schema ' || nspname || ' ' || (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(coalesce(n.nspacl, acldefault('n', n.nspowner))) a) AS line
            FROM pg_namespace n WHERE n.oid IN (SELECT oid FROM spaces)
          UNION ALL
          SELECT 'relation ' || oid::regclass || ' ' || relkind::text || ' ' || relrowsecurity || ' ' || relforcerowsecurity || ' ' || relpersistence::text
              || ' options ' || coalesce((SELECT string_agg(o, ',' ORDER BY o) FROM unnest(reloptions) o), '')
              || CASE WHEN relkind IN ('r', 'p', 'v', 'm', 'S') THEN ' rights '
                   || (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner))) a) ELSE '' END
            FROM own WHERE relkind NOT IN ('t', 'c')
          UNION ALL
          SELECT 'column ' || a.attrelid::regclass || '.' || quote_ident(attname) || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' ' || coalesce(pg_get_expr(adbin, adrelid), '')
              || ' ' || attidentity::text || attgenerated::text || ' ' || coalesce(attacl::text, '') || ' ' || CASE attcollation WHEN 0 THEN '' ELSE attcollation::regcollation::text END
            FROM pg_attribute a JOIN own ON own.oid = attrelid AND relkind IN ('r', 'p', 'v', 'm') LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            WHERE attnum > 0 AND NOT attisdropped
          UNION ALL
          SELECT 'index ' || pg_get_indexdef(indexrelid) || ' ' || indisvalid || ' ' || indisprimary || ' ' || indisreplident FROM pg_index JOIN own ON own.oid = indexrelid
          UNION ALL
          SELECT 'constraint ' || conrelid::regclass || ' ' || quote_ident(conname) || ' ' || pg_get_constraintdef(c.oid) || ' ' || convalidated FROM pg_constraint c JOIN own ON own.oid = conrelid
          UNION ALL
          SELECT 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || tgenabled::text FROM pg_trigger t JOIN own ON own.oid = tgrelid WHERE NOT tgisinternal
          UNION ALL
          SELECT 'policy ' || p::text FROM pg_policies p
          UNION ALL
          SELECT 'function ' || p.oid::regprocedure || ' ' || md5(pg_get_functiondef(p.oid)) || ' ' || (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(coalesce(proacl, acldefault('f', proowner))) a)
            FROM pg_proc p JOIN spaces s ON s.oid = pronamespace WHERE prokind IN ('f', 'p')
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
          UNION ALL
          SELECT 'enum ' || enumtypid::regtype || ' ' || string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum GROUP BY enumtypid
          UNION ALL
          SELECT 'view ' || oid::regclass || ' ' || md5(pg_get_viewdef(oid)) FROM own WHERE relkind IN ('v', 'm')
          UNION ALL
          SELECT 'sequence ' || d.objid::regclass || ' of ' || d.refobjid::regclass || '.' || a.attname
            FROM pg_depend d JOIN own ON own.oid = d.objid AND relkind = 'S' JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE d.classid = 'pg_class'::regclass AND d.deptype = 'a'
          UNION ALL
          SELECT 'role ' || rolname || ' ' || rolsuper || rolinherit || rolcreaterole || rolcreatedb || rolcanlogin || rolreplication || rolbypassrls || rolconnlimit || coalesce(rolconfig::text, '') FROM pg_roles WHERE rolname NOT LIKE 'pg\_%'
          UNION ALL
          SELECT 'member ' || roleid::regrole || ' ' || member::regrole FROM pg_auth_members
          UNION ALL
          SELECT 'default rights ' || defaclrole::regrole || ' ' || defaclnamespace::regnamespace || ' ' || defaclobjtype::text || ' ' || defaclacl::text FROM pg_default_acl
          UNION ALL
          SELECT 'database ' || (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(coalesce(datacl, acldefault('d', datdba))) a) FROM pg_database WHERE datname = current_database()
          UNION ALL
          SELECT 'setting ' || setrole || ' ' || setconfig::text FROM pg_db_role_setting WHERE setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
          UNION ALL
          SELECT 'extension ' || extname FROM pg_extension
        ) AS lines ORDER BY line COLLATE "C"
        """;

    /// <summary>The lines, sorted.</summary>
    public static IReadOnlyList<string> Read(NpgsqlConnection connection) => Texts(connection, Sql);

    /// <summary>The first column of a query's rows as text.</summary>
    public static IReadOnlyList<string> Texts(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.AllResultTypesAreUnknown = true;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.FieldCount == 0 || reader.IsDBNull(0) ? "" : reader.GetString(0));
        return texts;
    }
}
