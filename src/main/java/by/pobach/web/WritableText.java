package by.pobach.web;

import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Text in JSON passes the same threshold as text in forms. */
@JacksonComponent
class WritableText extends ValueDeserializer<String> {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && !Threshold.isWritable(text)) {
            throw context.weirdStringException("…", String.class, "has characters that cannot be written");
        }
        return text;
    }
}
