package dev.winback.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Lets the server choose between a kept plan and one of its own for each value, as it does in
 * service: other tests have it plan each statement once.
 */
public class ServersOwnPlans implements BeforeEachCallback, AfterEachCallback {

  @Override
  public void beforeEach(ExtensionContext context) throws SQLException {
    choose(context, "auto");
  }

  @Override
  public void afterEach(ExtensionContext context) throws SQLException {
    choose(context, "force_generic_plan");
  }

  private static void choose(ExtensionContext context, String mode) throws SQLException {
    var data = SpringExtension.getApplicationContext(context).getBean(DataSource.class);
    var jdbc = JdbcClient.create(data);
    var database = jdbc.sql("select current_database()").query(String.class).single();
    jdbc.sql("alter database " + database + " set plan_cache_mode = " + mode).update();
    data.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
  }
}
