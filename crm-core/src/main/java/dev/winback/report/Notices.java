package dev.winback.report;

import dev.winback.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The state of the firm that every page shows. */
@Service
@Transactional(readOnly = true)
public class Notices {

  private static final String NOTICE = Sql.of(Notices.class, "notice.sql");

  private final JdbcClient jdbc;

  Notices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** As of this moment; public, because the sign-in page asks it too. */
  public Notice now() {
    return jdbc.sql(NOTICE).query(Notice.class).single();
  }
}
