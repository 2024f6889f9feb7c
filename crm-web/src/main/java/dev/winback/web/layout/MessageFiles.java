package dev.winback.web.layout;

import java.util.List;
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
    var messages = new ReloadableResourceBundleMessageSource();
    messages.setBasenames(names.stream().map("classpath:"::concat).toArray(String[]::new));
    messages.setDefaultEncoding("UTF-8");
    // whoever asks for a language that is not there reads English, whatever the server speaks
    messages.setFallbackToSystemLocale(false);
    return messages;
  }
}
