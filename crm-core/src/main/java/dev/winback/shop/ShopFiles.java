package dev.winback.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which of several shops a file may be of, beside what their webhooks tell. */
@Service
@Transactional(readOnly = true)
public class ShopFiles {

  private static final String FIRST =
      """
      select exists (select from shop where source = 'woo' and disconnected_at is null
                      and regexp_replace(address, '^https?://', '')
                          = regexp_replace(lower(btrim(:said)), '^https?://|/.*$', '', 'g'))
      """;

  private static final String OTHERS =
      """
      select regexp_replace(address, '^https?://', '') from shop
       where source like 'woo %' and disconnected_at is null order by 1
      """;

  private final JdbcClient jdbc;

  ShopFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Of which shop a file is, by its host; null for the shop whose webhooks come under the source of
   * files as well.
   */
  public @Nullable String ofFile(@Nullable String said) {
    boolean first =
        said != null && jdbc.sql(FIRST).param("said", said).query(Boolean.class).single();
    return first ? null : said;
  }

  /** Connected shops beside the first of their system. */
  public List<String> others() {
    return jdbc.sql(OTHERS).query(String.class).list();
  }
}
