package dev.winback.bench;

import dev.winback.purchase.PurchasesRecorded;
import dev.winback.testing.CoreApplication;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.ResolvableType;

/** The domain, with listeners of purchases that can be switched off. */
@Configuration(proxyBeanMethods = false)
@TestComponent
@Import(CoreApplication.class)
class BenchApplication {

  @Bean
  Switch applicationEventMulticaster() {
    return new Switch();
  }

  /** Signals, returns and coupons follow from recorded purchases, or not. */
  static final class Switch extends SimpleApplicationEventMulticaster {

    private volatile boolean quiet;

    void quiet(boolean quiet) {
      this.quiet = quiet;
    }

    @Override
    public void multicastEvent(ApplicationEvent event, ResolvableType type) {
      boolean purchases =
          event instanceof PayloadApplicationEvent<?> carried
              && carried.getPayload() instanceof PurchasesRecorded;
      if (!(quiet && purchases)) {
        super.multicastEvent(event, type);
      }
    }
  }
}
