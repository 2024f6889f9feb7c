package dev.winback.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Writes down which statements a request asks, so that they can be asked again by many clients. */
@TestConfiguration(proxyBeanMethods = false)
class Recording {

  private static volatile List<Asked> asked = new ArrayList<>();
  private static volatile boolean on;

  @FunctionalInterface
  interface Request {
    void send() throws Exception;
  }

  @Bean
  static BeanPostProcessor recorder() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Recorded(database) : bean;
      }
    };
  }

  static List<Asked> of(Request request) throws Exception {
    asked = java.util.Collections.synchronizedList(new ArrayList<>());
    on = true;
    try {
      request.send();
    } finally {
      on = false;
    }
    return List.copyOf(asked);
  }

  private static final class Recorded extends DelegatingDataSource {

    Recorded(DataSource database) {
      super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
      var connection = super.getConnection();
      return proxy(
          Connection.class,
          (method, arguments) -> {
            var result = call(method, connection, arguments);
            return result instanceof PreparedStatement statement && arguments != null
                ? statement(statement, new Asked((String) arguments[0]))
                : result;
          });
    }

    private static PreparedStatement statement(PreparedStatement statement, Asked one) {
      return proxy(
          PreparedStatement.class,
          (method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
              one.values().add(new Asked.Value(method, arguments));
            }
            if (on && method.getName().equals("executeQuery")) {
              asked.add(one);
            }
            return call(method, statement, arguments);
          });
    }
  }

  private interface Handler {
    Object handle(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> handler.handle(method, arguments)));
  }

  private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
