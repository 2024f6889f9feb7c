package dev.winback.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.Sql;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Whatever a test did: what lists filter by is what the tables say that it is made of, so that a
 * writer who forgets it turns the tests of its own feature red.
 */
public class CopiesAgree implements AfterEachCallback {

  private static final String DIFFER =
      Sql.of(CopiesAgree.class, "copies-differ.sql")
          .replace("/*rows*/", LostRowsMade.ROWS)
          .replace("/*customers*/", CustomerRowsMade.ROWS);

  @Override
  public void afterEach(ExtensionContext context) {
    require(SpringExtension.getApplicationContext(context).getBean(DataSource.class));
  }

  /** For whoever runs many stories in one test. */
  public static void require(DataSource data) {
    assertThat(JdbcClient.create(data).sql(DIFFER).query(String.class).list()).isEmpty();
  }
}
