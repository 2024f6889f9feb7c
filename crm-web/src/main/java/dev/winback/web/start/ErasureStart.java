package dev.winback.web.start;

import dev.winback.privacy.ErasureList;
import dev.winback.shared.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Opens the list of erasures before anybody is served: what a restored backup has forgotten is done
 * again. A list that cannot be read or written stops the start.
 */
@Component
class ErasureStart implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(ErasureStart.class);

  private final ErasureList list;
  private final Settings settings;

  ErasureStart(ErasureList list, Settings settings) {
    this.list = list;
    this.settings = settings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    int again = list.openIn(settings.dataDir());
    if (again > 0) {
      LOG.warn(
          "The database is older than its list of erasures: {} erasures and opt-outs were done again",
          again);
    }
  }
}
