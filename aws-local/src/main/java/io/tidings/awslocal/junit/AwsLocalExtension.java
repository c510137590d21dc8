package io.tidings.awslocal.junit;

import io.tidings.awslocal.AwsLocal;
import io.tidings.awslocal.Options;
import java.net.URI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an embedded AWS: one for the whole run, in memory, as new before every test. A test takes it as a
 * parameter of type {@link AwsLocal}, or its address as a {@link URI}.
 */
public final class AwsLocalExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(AwsLocalExtension.class);

    private final Options options;
    private final boolean resetsEachTest;

    public AwsLocalExtension() {
        this(Options.DEFAULT, true);
    }

    private AwsLocalExtension(Options options, boolean resetsEachTest) {
        this.options = options;
        this.resetsEachTest = resetsEachTest;
    }

    /** With other options; one instance for each that is asked for. */
    public static AwsLocalExtension with(Options options) {
        return new AwsLocalExtension(options, true);
    }

    /** As new before each class only, for tests that build on one another's state. */
    public AwsLocalExtension resettingOnlyBeforeTheClass() {
        return new AwsLocalExtension(options, false);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        aws(context).reset();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (resetsEachTest) {
            aws(context).reset();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == AwsLocal.class || type == URI.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == URI.class ? aws(context).endpoint() : aws(context);
    }

    private AwsLocal aws(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(options, wanted -> new Running(AwsLocal.start(wanted)), Running.class)
                .aws();
    }

    /** JUnit closes it at the end of the run. */
    private record Running(AwsLocal aws) implements AutoCloseable, ExtensionContext.Store.CloseableResource {
        @Override
        public void close() {
            aws.close();
        }
    }
}
