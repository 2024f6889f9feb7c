package dev.winback.web.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.winback.grant.GrantId;
import dev.winback.lapse.LapseId;
import dev.winback.staff.Actor;
import dev.winback.task.TaskId;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.JsonNode;

/**
 * What {@code /v3/api-docs} says of the API besides its shapes: how to sign in, and a sentence for
 * each call out of {@code messages/operations.properties}.
 */
@Configuration
class ApiDescription {

  private static final String LOGIN = "login";
  private static final String KEY = "key";
  private static final Annotation[] NONE = {};

  static {
    // who is signed in is no parameter
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    // told as they are sent: a number, and an object of fields
    for (var id : List.of(LapseId.class, TaskId.class, GrantId.class)) {
      SpringDocUtils.getConfig().replaceWithSchema(id, new IntegerSchema().format("int64"));
    }
    SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new ObjectSchema());
  }

  private final MessageSource messages;

  ApiDescription(MessageSource messages) {
    this.messages = messages;
  }

  @Bean
  OpenAPI openApi(ObjectProvider<BuildProperties> build) {
    var built = build.getIfAvailable();
    return new OpenAPI()
        .info(
            new Info()
                .title(text("operations.title"))
                .description(text("operations.about"))
                .version(built == null ? "1" : built.getVersion()))
        .components(
            new Components()
                .addSecuritySchemes(LOGIN, scheme("basic").description(text("operations.login")))
                .addSecuritySchemes(KEY, scheme("bearer").description(text("operations.key"))))
        .security(
            List.of(
                new SecurityRequirement().addList(LOGIN), new SecurityRequirement().addList(KEY)));
  }

  private static SecurityScheme scheme(String name) {
    return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name);
  }

  /** Money is told as it is sent, as a decimal string. */
  @Bean
  PropertyCustomizer decimalStrings() {
    return (property, type) -> {
      for (var told : Objects.requireNonNullElse(type.getCtxAnnotations(), NONE)) {
        if (told instanceof JsonFormat format && format.shape() == JsonFormat.Shape.STRING) {
          return new StringSchema();
        }
      }
      return property;
    };
  }

  /** The sentence of a call is found by its class and method. */
  @Bean
  OperationCustomizer sentences() {
    return (operation, handler) -> {
      var key = handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName();
      return operation.summary(text("operations." + key));
    };
  }

  private String text(String key) {
    var text = messages.getMessage(key, null, "", LocaleContextHolder.getLocale());
    return text == null ? "" : text;
  }
}
