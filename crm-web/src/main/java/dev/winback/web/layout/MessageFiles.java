package dev.winback.web.layout;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/**
 * All files of texts as one table for each language: the usual source looks for each text in one
 * file after the other, and a page has hundreds.
 */
@Configuration(proxyBeanMethods = false)
class MessageFiles {

  @Bean
  ReloadableResourceBundleMessageSource messageSource(
      @Value("${spring.messages.basename}") List<String> names) {
    var messages = new Isolating();
    messages.setBasenames(names.stream().map("classpath:"::concat).toArray(String[]::new));
    messages.setDefaultEncoding("UTF-8");
    // whoever asks for a language that is not there reads English, whatever the server speaks
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  /** A name that is written from right to left does not turn round what stands beside it. */
  private static final class Isolating extends ReloadableResourceBundleMessageSource {

    @Override
    protected Object[] resolveArguments(Object @Nullable [] figures, @Nullable Locale locale) {
      var words = super.resolveArguments(figures, locale);
      for (int i = 0; i < words.length; i++) {
        words[i] = words[i] instanceof String word ? Directions.isolated(word) : words[i];
      }
      return words;
    }
  }
}
