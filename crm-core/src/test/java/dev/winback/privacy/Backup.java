package dev.winback.privacy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A backup of the database beside it, and back again. */
record Backup(JdbcClient jdbc, TransactionTemplate transaction) {

  void drop() {
    jdbc.sql("drop schema if exists backup cascade").update();
  }

  /** Every table as it is now. */
  void make() {
    drop();
    jdbc.sql("create schema backup").update();
    tables()
        .forEach(
            table ->
                jdbc.sql("create table backup.%1$s as table public.%1$s".formatted(table))
                    .update());
  }

  /** Every table is as it was at the backup. */
  void restore() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("set local session_replication_role = replica").update();
          tables().forEach(table -> jdbc.sql("delete from public." + table).update());
          tables().forEach(this::restore);
        });
  }

  private void restore(String table) {
    var columns =
        jdbc.sql(
                """
                select string_agg(quote_ident(attname), ', ') from pg_attribute
                where attrelid = ('public.' || :table)::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                """)
            .param("table", table)
            .query(String.class)
            .single();
    jdbc.sql(
            "insert into public.%1$s (%2$s) overriding system value select %2$s from backup.%1$s"
                .formatted(table, columns))
        .update();
  }

  private List<String> tables() {
    return jdbc.sql(
            "select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'")
        .query(String.class)
        .list();
  }
}
