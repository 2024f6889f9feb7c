package dev.winback.task;

import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forms of calls as programs send them: the same key with another body is refused (I8). */
@Component
class SentForms {

  private static final String OTHER = Sql.of(SentForms.class, "other-form.sql");
  private static final String HASH = "#[0-9a-f]{64}$";

  private final JdbcClient jdbc;

  SentForms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void requireSame(TaskId task, @Nullable String form) {
    if (form != null && other(task, form)) {
      throw new Refused("refused.key-used", form.replaceFirst(HASH, ""));
    }
  }

  private boolean other(TaskId task, String form) {
    return jdbc.sql(OTHER)
        .param("task", task.value())
        .param("form", form)
        .query(Boolean.class)
        .single();
  }
}
